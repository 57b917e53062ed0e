namespace WhatsCommerce.PhoneNumbers;

/// <summary>The limits of a number: its profile, registration and conversational components.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, <c>WhatsAppBusinessProfileUpdateRequest</c>; the description's limit of 512 is that of Meta's
/// page and the Python SDK pywa; the OpenAPI says 256.</remarks>
public static class PhoneNumberLimits
{
    /// <summary>The minimum length in characters of a display name.</summary>
    public static int MinDisplayNameLength => 2;

    /// <summary>The maximum length in characters of a display name.</summary>
    public static int DisplayNameLength => 75;

    /// <summary>The maximum length in characters of "about".</summary>
    public static int AboutLength => 139;

    /// <summary>The maximum length in characters of the address.</summary>
    public static int AddressLength => 256;

    /// <summary>The maximum length in characters of the description.</summary>
    public static int DescriptionLength => 512;

    /// <summary>The maximum length in characters of the e-mail address.</summary>
    public static int EmailLength => 128;

    /// <summary>The maximum number of websites.</summary>
    public static int Websites => 2;

    /// <summary>The maximum length in characters of a website's address.</summary>
    public static int WebsiteLength => 256;

    /// <summary>The number of digits of a PIN, and of a verification code.</summary>
    public static int PinLength => 6;

    /// <summary>The maximum number of links that support a request for an official business account. Source: Meta,
    /// official-business-accounts.</summary>
    public static int SupportingLinks => 5;

    /// <summary>The maximum number of prompts (ice breakers).</summary>
    public static int Prompts => 3;

    /// <summary>The maximum length in characters of a prompt.</summary>
    public static int PromptLength => 80;

    /// <summary>The maximum number of commands.</summary>
    public static int Commands => 30;

    /// <summary>The maximum length in characters of a command's name.</summary>
    public static int CommandNameLength => 30;

    /// <summary>The maximum length in characters of a command's description.</summary>
    public static int CommandDescriptionLength => 256;

    /// <summary>The size in bits of the RSA key for flows.</summary>
    public static int PublicKeyBits => 2048;
}
