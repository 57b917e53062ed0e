namespace WhatsCommerce.Generators.OpenWords;

/// <summary>An open word as declared: what varies from one to another.</summary>
/// <param name="Type">The struct.</param>
/// <param name="Case">The method that folds case, such as <c>ToUpperInvariant</c>; empty when words are kept as they are.</param>
/// <param name="HasValue">Whether it tells by <c>HasValue</c> that there is a word.</param>
/// <param name="FromString">Whether a string converts to it implicitly.</param>
/// <param name="TellsKnown">Whether <c>IsKnown</c> is written; not when the declaration has its own.</param>
/// <param name="Words">The words with a property.</param>
/// <param name="AlsoKnown">Words that are known, and have no property.</param>
internal sealed record OpenWord(
    DeclaredType Type,
    string Case,
    bool HasValue,
    bool FromString,
    bool TellsKnown,
    EquatableArray<Word> Words,
    EquatableArray<string> AlsoKnown);

/// <summary>One word.</summary>
/// <param name="Property">The static property that gives it.</param>
/// <param name="Text">The word on the wire.</param>
/// <param name="OtherSpelling">Another spelling that is read as this word; null for none.</param>
internal sealed record Word(string Property, string Text, string? OtherSpelling);
