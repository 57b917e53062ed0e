namespace WhatsCommerce.Messages;

/// <summary>A website of a contact.</summary>
public sealed class ContactUrl
{
    /// <summary>Initializes a website.</summary>
    /// <param name="url">The URL; Meta also accepts one without https.</param>
    /// <param name="type">What kind of website, such as <c>Company</c>; or <see langword="null"/>.</param>
    public ContactUrl(string? url, string? type = null)
    {
        Url = url;
        Type = type;
    }

    /// <summary>The URL of the website (<c>url</c>).</summary>
    public string? Url { get; }

    /// <summary>The type of website, or <see langword="null"/>.</summary>
    public string? Type { get; }

    internal void Validate(Violations violations, WirePath path)
    {
        violations.RequireText(path.Below(".url"), Url, "The website");
        violations.AllowText(path.Below(".type"), Type, "The type");
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("url"u8, Url);
        writer.WriteOptional("type"u8, Type);
    }
}
