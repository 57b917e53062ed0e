namespace WhatsCommerce.PhoneNumbers;

/// <summary>The limits of a number: its profile, registration and conversational components.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, <c>WhatsAppBusinessProfileUpdateRequest</c>; the description's 512 is what Meta's page and the
/// Python SDK pywa say, where the OpenAPI says 256.</remarks>
public static class PhoneNumberLimits
{
    /// <summary>The fewest characters of a display name.</summary>
    public static int MinDisplayNameLength => 2;

    /// <summary>The most characters of a display name.</summary>
    public static int DisplayNameLength => 75;

    /// <summary>The most characters of "about".</summary>
    public static int AboutLength => 139;

    /// <summary>The most characters of the address.</summary>
    public static int AddressLength => 256;

    /// <summary>The most characters of the description.</summary>
    public static int DescriptionLength => 512;

    /// <summary>The most characters of the e-mail address.</summary>
    public static int EmailLength => 128;

    /// <summary>The most websites.</summary>
    public static int Websites => 2;

    /// <summary>The most characters of a website's address.</summary>
    public static int WebsiteLength => 256;

    /// <summary>The digits of a PIN, and of the code that proves the ownership of a number.</summary>
    public static int PinLength => 6;

    /// <summary>The most prompts (ice breakers).</summary>
    public static int Prompts => 3;

    /// <summary>The most characters of a prompt.</summary>
    public static int PromptLength => 80;

    /// <summary>The most commands.</summary>
    public static int Commands => 30;

    /// <summary>The most characters of a command's name.</summary>
    public static int CommandNameLength => 30;

    /// <summary>The most characters of a command's description.</summary>
    public static int CommandDescriptionLength => 256;

    /// <summary>The bits of the RSA key with which flows encrypt.</summary>
    public static int PublicKeyBits => 2048;
}
