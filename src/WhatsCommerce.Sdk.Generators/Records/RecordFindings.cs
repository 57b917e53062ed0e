using Microsoft.CodeAnalysis;

namespace WhatsCommerce.Generators.Records;

/// <summary>What can be wrong with the declaration of a webhook record.</summary>
internal static class RecordFindings
{
    public static readonly DiagnosticDescriptor NotPartial = Of(
        "WCG101", "A webhook record is partial", "'{0}' must be partial: its constructors are generated");

    public static readonly DiagnosticDescriptor WrongBase = Of(
        "WCG102", "A webhook record has its base", "'{0}' must be {1}");

    public static readonly DiagnosticDescriptor UnknownType = Of(
        "WCG103", "The type of a wired property can be read", "'{0}' has the type {1}, which cannot be read from JSON: use one of those in docs/generators.md, or give a Reader");

    public static readonly DiagnosticDescriptor SameName = Of(
        "WCG104", "A wire name is read once", "'{0}' reads {1}, which another property of the record reads already");

    public static readonly DiagnosticDescriptor WrongNames = Of(
        "WCG105", "A wired property names its members", "'{0}' {1}");

    public static readonly DiagnosticDescriptor WrongRequired = Of(
        "WCG106", "A required property says what its absence means", "'{0}' {1}");

    public static readonly DiagnosticDescriptor SameField = Of(
        "WCG107", "A field is read by one record", "'{0}' reads {1}, which another record reads already");

    private static DiagnosticDescriptor Of(string id, string title, string message) =>
        new(id, title, message, "WebhookRecords", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
