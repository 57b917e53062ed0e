namespace WhatsCommerce.Testing.Judging.Templates;

/// <summary>The templates of the sending account, as needed for validation.</summary>
internal interface ITemplateBook
{
    /// <summary>
    /// Whether only templates of the account may be sent: by default as soon as the account has a template; until then any name is
    /// accepted.
    /// </summary>
    bool IsKept { get; }

    /// <summary>A template in a language: its status, and its components as a JSON array in UTF-8.</summary>
    (string Status, byte[] Components)? Find(string name, string language);
}
