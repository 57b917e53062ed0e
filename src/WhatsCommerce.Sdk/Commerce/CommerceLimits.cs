namespace WhatsCommerce.Commerce;

/// <summary>Contains the limits of the compliance data of Indian businesses.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, <c>BusinessComplianceInfoUpdateRequest</c>.</remarks>
public static class CommerceLimits
{
    /// <summary>The minimum length in characters of the business's name.</summary>
    public static int MinEntityNameLength => 2;

    /// <summary>The maximum length in characters of the business's name.</summary>
    public static int EntityNameLength => 128;

    /// <summary>The maximum length in characters of the description of a legal form.</summary>
    public static int CustomEntityTypeLength => 1024;

    /// <summary>The maximum length in characters of a contact's name.</summary>
    public static int ContactNameLength => 128;

    /// <summary>The maximum length in characters of an e-mail address.</summary>
    public static int EmailLength => 128;
}
