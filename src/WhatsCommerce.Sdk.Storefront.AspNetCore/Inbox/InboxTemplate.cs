namespace WhatsCommerce.Storefronts;

/// <summary>Represents a template that agents may send from the inbox.</summary>
public sealed record InboxTemplate
{
    /// <summary>Initializes a new instance of the <see cref="InboxTemplate"/> class.</summary>
    /// <param name="name">The name of the template at Meta.</param>
    /// <param name="language">The language of the template at Meta, such as <c>en</c>.</param>
    public InboxTemplate(string name, string language)
    {
        Name = name;
        Language = language;
    }

    /// <summary>Gets the name of the template at Meta.</summary>
    public string Name { get; init; }

    /// <summary>Gets the language of the template at Meta, such as <c>en</c>.</summary>
    public string Language { get; init; }
}
