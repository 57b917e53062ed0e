namespace WhatsCommerce.Generators.Records;

/// <summary>The diagnostics for declarations of webhook records.</summary>
internal static class RecordRules
{
    public static readonly DiagnosticDescriptor NotPartial = Rule(
        "WCG301", "An event is partial", "Make {0} a 'sealed partial record': the generator writes its constructors");

    public static readonly DiagnosticDescriptor WrongBase = Rule(
        "WCG302", "A webhook record has its base", "{0} must be {1}");

    public static readonly DiagnosticDescriptor UnknownType = Rule(
        "WCG303",
        "A wired property can be read",
        "{0} is a {1}, which the generator cannot read: take a type listed in docs/generators.md, or give a Reader");

    public static readonly DiagnosticDescriptor SameMember = Rule(
        "WCG304", "A member is read once", "{0} reads \"{1}\", of which another property reads all or a part: name one of them otherwise");

    public static readonly DiagnosticDescriptor WrongNames = Rule(
        "WCG305",
        "A wired property names its member",
        "{0} must name the member that holds it, as in [Wire(\"alert_info.alert_type\")]; a Customer must name none");

    public static readonly DiagnosticDescriptor WrongRequired = Rule(
        "WCG306", "A required property says what its absence means", "{0} {1}");

    public static readonly DiagnosticDescriptor SameField = Rule(
        "WCG307",
        "A field is read by one record",
        "{0} reads \"{1}\", which another record reads already: remove one of the two attributes");

    private static DiagnosticDescriptor Rule(string id, string title, string message) =>
        new(id, title, message, "WebhookRecords", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
