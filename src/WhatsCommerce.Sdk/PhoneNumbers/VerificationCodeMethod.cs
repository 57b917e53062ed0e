namespace WhatsCommerce.PhoneNumbers;

/// <summary>Represents how a verification code is sent; unlisted values are kept.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, <c>RequestCodeRequest</c>.</remarks>
[OpenWord]
public readonly partial record struct VerificationCodeMethod
{
    /// <summary>A text message.</summary>
    [Word("SMS")]
    public static partial VerificationCodeMethod Sms { get; }

    /// <summary>A voice call.</summary>
    [Word("VOICE")]
    public static partial VerificationCodeMethod Voice { get; }
}
