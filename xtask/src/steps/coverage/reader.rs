//! Reads the syntax of one file into what [`Sources`] tells of it.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::visit::{self, Visit};

use super::source::{Call, Function, Setting, Sources};

/// Visits a parsed file.
pub struct Reader<'a> {
    into: &'a mut Sources,
    file: &'a str,
    /// The functions that are being read, the inmost last.
    open: Vec<Function>,
}

impl<'a> Reader<'a> {
    /// Reads a file of this name.
    pub fn new(into: &'a mut Sources, file: &'a str) -> Self {
        Self {
            into,
            file,
            open: Vec::new(),
        }
    }

    fn function(&mut self, name: String, inside: impl FnOnce(&mut Self)) {
        self.open.push(Function {
            name,
            file: self.file.to_owned(),
            ..Function::default()
        });
        inside(self);
        if let Some(function) = self.open.pop() {
            // What an inner one says, the outer one says too.
            if let Some(outer) = self.open.last_mut() {
                outer.names.extend(function.names.iter().cloned());
                outer.calls.extend(function.calls.iter().cloned());
                outer.texts.extend(function.texts.iter().cloned());
            }
            self.into.functions.push(function);
        }
    }

    fn name(&mut self, name: &syn::Ident) {
        if let Some(function) = self.open.last_mut() {
            function.names.insert(name.unraw().to_string());
        }
    }

    fn call(&mut self, call: Call) {
        if let Some(function) = self.open.last_mut() {
            function.calls.insert(call);
        }
    }

    fn set(&mut self, owner: Vec<String>, field: String, value: &TokenStream) {
        let mut from = BTreeSet::new();
        names_in(value.clone(), &mut from);
        if let Some(function) = self.open.last_mut() {
            function.sets.push(Setting { owner, field, from });
        }
    }

    fn signature(&mut self, signature: &syn::Signature) {
        for input in &signature.inputs {
            if let (syn::FnArg::Receiver(_), Some(function)) = (input, self.open.last_mut()) {
                function.is_method = true;
            }
            if let syn::FnArg::Typed(argument) = input
                && let syn::Pat::Ident(pattern) = &*argument.pat
                && let Some(function) = self.open.last_mut()
            {
                function.arguments.insert(pattern.ident.to_string());
            }
        }
    }

    fn fields<'f>(&mut self, owner: &syn::Ident, fields: impl Iterator<Item = &'f syn::Field>) {
        let names = fields.filter_map(|field| Some(field.ident.as_ref()?.unraw().to_string()));
        self.into
            .fields
            .entry((self.file.to_owned(), owner.to_string()))
            .or_default()
            .extend(names);
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !is_for_tests(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if !is_for_tests(&item.attrs) {
            self.function(item.sig.ident.to_string(), |reader| {
                reader.signature(&item.sig);
                visit::visit_item_fn(reader, item);
            });
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(item.sig.ident.to_string(), |reader| {
            reader.signature(&item.sig);
            visit::visit_impl_item_fn(reader, item);
        });
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        match request_of(&arm.pat) {
            Some(request) => self.function(request, |reader| visit::visit_arm(reader, arm)),
            None => visit::visit_arm(self, arm),
        }
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.fields(&item.ident, item.fields.iter());
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        let fields = item
            .variants
            .iter()
            .flat_map(|variant| variant.fields.iter());
        self.fields(&item.ident, fields);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let name = call.method.unraw().to_string();
        let on_self =
            matches!(&*call.receiver, syn::Expr::Path(path) if path.path.is_ident("self"));
        self.call(if on_self {
            Call::OnSelf(name)
        } else {
            Call::Method(name)
        });
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        if let syn::Expr::Path(path) = &*call.func
            && let Some(name) = path.path.get_ident()
        {
            self.call(Call::Free(name.unraw().to_string()));
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        let mut names = path.path.segments.iter().rev();
        let names = (names.next(), names.next());
        match names {
            (Some(name), Some(module)) => {
                self.call(Call::Path(module.ident.to_string(), name.ident.to_string()));
            }
            (Some(name), None) => self.call(Call::Named(name.ident.unraw().to_string())),
            _ => {}
        }
        visit::visit_expr_path(self, path);
    }

    fn visit_ident(&mut self, ident: &'ast syn::Ident) {
        self.name(ident);
    }

    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        if let Some(function) = self.open.last_mut() {
            function.texts.insert(text.value());
        }
    }

    fn visit_expr_struct(&mut self, made: &'ast syn::ExprStruct) {
        let owner: Vec<String> = made
            .path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string())
            .collect();
        for value in &made.fields {
            if let syn::Member::Named(field) = &value.member {
                let expression = &value.expr;
                let field = field.unraw().to_string();
                self.set(owner.clone(), field, &quote::quote!(#expression));
            }
        }
        visit::visit_expr_struct(self, made);
    }

    fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
        if let syn::Expr::Field(target) = &*assign.left
            && let syn::Member::Named(field) = &target.member
        {
            let value = &assign.right;
            self.set(
                Vec::new(),
                field.unraw().to_string(),
                &quote::quote!(#value),
            );
        }
        visit::visit_expr_assign(self, assign);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.tokens(call.tokens.clone());
        visit::visit_macro(self, call);
    }
}

impl Reader<'_> {
    /// What stands in a macro is no syntax of the language: names, texts, and `field: value`.
    fn tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (place, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Ident(name) => {
                    self.name(name);
                    self.call(call_in(&tokens, place, name.to_string()));
                    let is_field = matches!(tokens.get(place + 1), Some(TokenTree::Punct(mark)) if mark.as_char() == ':' && mark.spacing() == proc_macro2::Spacing::Alone);
                    if is_field {
                        let value = tokens[place + 2..].iter().take_while(
                            |token| !matches!(token, TokenTree::Punct(mark) if mark.as_char() == ','),
                        );
                        let value: TokenStream = value.cloned().collect();
                        self.set(Vec::new(), name.to_string(), &value);
                    }
                }
                TokenTree::Literal(literal) => {
                    if let Ok(text) = syn::parse_str::<syn::LitStr>(&literal.to_string()) {
                        self.visit_lit_str(&text);
                    }
                }
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Punct(_) => {}
            }
        }
    }
}

/// What the name at this place of a macro's tokens may call.
fn call_in(tokens: &[TokenTree], place: usize, name: String) -> Call {
    let is = |token: &TokenTree, wanted: char| matches!(token, TokenTree::Punct(mark) if mark.as_char() == wanted);
    match &tokens[..place] {
        [.., TokenTree::Ident(module), one, other] if is(one, ':') && is(other, ':') => {
            return Call::Path(module.to_string(), name);
        }
        [.., TokenTree::Ident(receiver), dot] if is(dot, '.') && receiver == "self" => {
            return Call::OnSelf(name);
        }
        [.., dot] if is(dot, '.') => return Call::Method(name),
        _ => {}
    }
    match tokens.get(place + 1) {
        Some(TokenTree::Group(arguments))
            if arguments.delimiter() == proc_macro2::Delimiter::Parenthesis =>
        {
            Call::Free(name)
        }
        _ => Call::Named(name),
    }
}

/// The names in a piece of code.
fn names_in(tokens: TokenStream, into: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(name) => {
                into.insert(name.to_string());
            }
            TokenTree::Group(group) => names_in(group.stream(), into),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// `Request::Name` of an arm that answers the page, `Command::Name` of one that does a command; of a
/// command within another (`EditorCommand::Upload`), `Command::editor upload`.
fn request_of(pattern: &syn::Pat) -> Option<String> {
    let path = match pattern {
        syn::Pat::TupleStruct(pattern) => &pattern.path,
        syn::Pat::Struct(pattern) => &pattern.path,
        syn::Pat::Path(pattern) => &pattern.path,
        _ => return None,
    };
    let mut segments = path.segments.iter();
    let kind = &segments.next()?.ident;
    let name = &segments.next()?.ident;
    let kind = kind.to_string();
    match kind.as_str() {
        "Request" | "HubRequest" => Some(format!("Request::{name}")),
        "Command" => Some(format!("Command::{name}")),
        _ => {
            let outer = kind.strip_suffix("Command")?;
            Some(format!("Command::{outer} {name}"))
        }
    }
}

fn is_for_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let is_test = attribute.path().is_ident("test");
        let names_test = attribute.path().is_ident("cfg")
            && matches!(&attribute.meta, syn::Meta::List(list) if list.tokens.to_string() == "test");
        is_test || names_test
    })
}
