namespace WhatsCommerce.Generators.OpenWords;

/// <summary>The diagnostics for declarations of open words.</summary>
internal static class OpenWordRules
{
    public static readonly DiagnosticDescriptor NotPartial = Rule(
        "WCG101", "An open word is partial", "Make {0} a 'readonly partial record struct': the generator writes its other part");

    public static readonly DiagnosticDescriptor NoWords = Rule(
        "WCG102", "An open word has words", "{0} has no words: give it at least one static partial property with [Word(\"...\")]");

    public static readonly DiagnosticDescriptor SameWordTwice = Rule(
        "WCG103", "A word stands once", "{0} lists the word \"{1}\" twice: remove one of them");

    public static readonly DiagnosticDescriptor BlankWord = Rule(
        "WCG104", "A word is not blank", "{0} has a blank word: blank means absent, so it would never be equal to one that was read");

    public static readonly DiagnosticDescriptor WrongCase = Rule(
        "WCG105", "A word is in the case that is kept", "{0} keeps its words as {1}: \"{2}\" would never be equal to one that was read");

    private static DiagnosticDescriptor Rule(string id, string title, string message) =>
        new(id, title, message, "OpenWords", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
