namespace WhatsCommerce.Testing.Judging.Templates;

/// <summary>Provides the templates of the sending account to the rules.</summary>
internal interface ITemplateBook
{
    /// <summary>
    /// Whether a name must be one of the account's: as a rule once the account has any template; until then any name will do.
    /// </summary>
    bool IsKept { get; }

    /// <summary>A template in a language: how it stands, and its components as a JSON array in UTF-8.</summary>
    (string Status, byte[] Components)? Find(string name, string language);
}
