namespace WhatsCommerce.PhoneNumbers;

/// <summary>The limits of a number's profile.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, <c>WhatsAppBusinessProfileUpdateRequest</c>; the description's 512 is what Meta's page and the Python SDK pywa say, where the OpenAPI says 256.</remarks>
public static class PhoneNumberLimits
{
    /// <summary>The fewest characters of a display name.</summary>
    public const int MinDisplayNameLength = 2;

    /// <summary>The most characters of a display name.</summary>
    public const int DisplayNameLength = 75;

    /// <summary>The most characters of "about".</summary>
    public const int AboutLength = 139;

    /// <summary>The most characters of the address.</summary>
    public const int AddressLength = 256;

    /// <summary>The most characters of the description.</summary>
    public const int DescriptionLength = 512;

    /// <summary>The most characters of the e-mail address.</summary>
    public const int EmailLength = 128;

    /// <summary>The most websites.</summary>
    public const int Websites = 2;

    /// <summary>The most characters of a website's address.</summary>
    public const int WebsiteLength = 256;
}
