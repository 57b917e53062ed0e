namespace WhatsCommerce.Generators.OpenWords;

/// <summary>An open word (extensible enumeration) as declared: what varies from one to another.</summary>
/// <param name="Type">The struct.</param>
/// <param name="Case">The method that normalizes case, such as <c>ToUpperInvariant</c>; empty when words are kept unchanged.</param>
/// <param name="HasValue">Whether it has the property <c>HasValue</c>.</param>
/// <param name="FromString">Whether a string converts to it implicitly.</param>
/// <param name="TellsKnown">Whether <c>IsKnown</c> is generated; not when the declaration has its own.</param>
/// <param name="Words">The words with a property.</param>
/// <param name="AlsoKnown">Known words without a property.</param>
internal sealed record OpenWord(
    DeclaredType Type,
    string Case,
    bool HasValue,
    bool FromString,
    bool TellsKnown,
    EquatableArray<Word> Words,
    EquatableArray<string> AlsoKnown);

/// <summary>One word.</summary>
/// <param name="Property">The static property of the word.</param>
/// <param name="Text">The word on the wire.</param>
/// <param name="OtherSpelling">Another spelling that is read as this word; null for none.</param>
internal sealed record Word(string Property, string Text, string? OtherSpelling);
