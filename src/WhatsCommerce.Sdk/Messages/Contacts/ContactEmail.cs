namespace WhatsCommerce.Messages;

/// <summary>An e-mail address of a contact.</summary>
public sealed class ContactEmail
{
    /// <summary>Initializes an e-mail address.</summary>
    /// <param name="email">The address.</param>
    /// <param name="type">What kind of address, such as <c>WORK</c>; or <see langword="null"/>.</param>
    public ContactEmail(string? email, string? type = null)
    {
        Email = email;
        Type = type;
    }

    /// <summary>The address.</summary>
    public string? Email { get; }

    /// <summary>The type of address, or <see langword="null"/>.</summary>
    public string? Type { get; }

    internal void Validate(Violations violations, WirePath path)
    {
        violations.RequireText(path.Below(".email"), Email, "The e-mail address");
        violations.AllowText(path.Below(".type"), Type, "The type");
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("email"u8, Email);
        writer.WriteOptional("type"u8, Type);
    }
}
