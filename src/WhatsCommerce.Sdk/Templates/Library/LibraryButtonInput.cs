namespace WhatsCommerce.Templates;

/// <summary>Represents the input of a button of a template from Meta's library.</summary>
/// <remarks>Source: Meta, templates/template-library, library template button inputs.</remarks>
public sealed class LibraryButtonInput
{
    private readonly string _type;
    private readonly string? _baseUrl;
    private readonly string? _urlExample;
    private readonly string? _phoneNumber;
    private readonly string? _otpType;

    private LibraryButtonInput(
        string type, string? baseUrl = null, string? urlExample = null, string? phoneNumber = null, string? otpType = null)
    {
        _type = type;
        _baseUrl = baseUrl;
        _urlExample = urlExample;
        _phoneNumber = phoneNumber;
        _otpType = otpType;
    }

    /// <summary>Creates the input of a button that opens a URL.</summary>
    /// <param name="url">The URL; with <c>{{1}}</c> at its end if messages append the rest.</param>
    /// <param name="example">A complete URL, if messages append the rest.</param>
    public static LibraryButtonInput Url(string url, string? example = null) => new("URL", baseUrl: url, urlExample: example);

    /// <summary>Creates the input of a button that calls.</summary>
    /// <param name="phoneNumber">The number with its country code, such as <c>+16315551010</c>.</param>
    public static LibraryButtonInput PhoneNumber(string phoneNumber) => new("PHONE_NUMBER", phoneNumber: phoneNumber);

    /// <summary>Creates the input of a quick reply button, which needs no values.</summary>
    public static LibraryButtonInput QuickReply() => new("QUICK_REPLY");

    /// <summary>Creates the input of a button that copies the one-time password.</summary>
    public static LibraryButtonInput CopyCode() => new("OTP", otpType: "COPY_CODE");

    /// <summary>Returns the type, without the values.</summary>
    public override string ToString() => _type;

    internal void Check(Validation.Violations violations, Validation.WirePath place)
    {
        violations.Enter(place);
        if (_type == "URL")
        {
            violations.RequireUrl("url.base_url", _baseUrl?.Replace("{{1}}", "1", StringComparison.Ordinal), "The button");
            violations.LimitText("url.base_url", _baseUrl, TemplateLimits.Url, "The address");
            if (_baseUrl?.Contains("{{1}}", StringComparison.Ordinal) == true)
            {
                violations.RequireUrl("url.url_suffix_example", _urlExample, "The example of the button");
            }
        }

        if (_type == "PHONE_NUMBER")
        {
            violations.RequireText("phone_number", _phoneNumber, TemplateLimits.PhoneNumber, "The number");
            violations.AllowPhone("phone_number", _phoneNumber, "The number");
        }

        violations.Leave();
    }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, _type);
        if (_baseUrl is not null)
        {
            writer.WriteStartObject("url"u8);
            writer.WriteString("base_url"u8, _baseUrl);
            if (_urlExample is not null)
            {
                writer.WriteString("url_suffix_example"u8, _urlExample);
            }

            writer.WriteEndObject();
        }

        if (_phoneNumber is not null)
        {
            writer.WriteString("phone_number"u8, _phoneNumber);
        }

        if (_otpType is not null)
        {
            writer.WriteString("otp_type"u8, _otpType);
        }

        writer.WriteEndObject();
    }
}
