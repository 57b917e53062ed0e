namespace WhatsCommerce.Storefronts;

/// <summary>Represents a template that agents may send from the inbox.</summary>
/// <remarks>
/// Name and language are checked when the inbox is mapped: a name that Meta does not allow (the letters a-z, digits and underscores only),
/// or a missing language, is an <see cref="InvalidOperationException"/>.
/// </remarks>
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
