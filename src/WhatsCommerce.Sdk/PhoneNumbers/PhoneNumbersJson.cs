namespace WhatsCommerce.PhoneNumbers;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(MessagingLimitConverter),
        typeof(PhoneNumberIdConverter),
        typeof(PhoneNumberQualityConverter),
        typeof(PublicKeySignatureStatusConverter),
        typeof(VerificationCodeMethodConverter),
    ])]
[JsonSerializable(typeof(SuccessResponse))]
[JsonSerializable(typeof(BusinessPhoneNumber))]
[JsonSerializable(typeof(PageResponse<BusinessPhoneNumber>))]
[JsonSerializable(typeof(DataResponse<BusinessProfileResponse>))]
[JsonSerializable(typeof(DisplayNameBody))]
[JsonSerializable(typeof(RegistrationBody))]
[JsonSerializable(typeof(PinBody))]
[JsonSerializable(typeof(CodeRequestBody))]
[JsonSerializable(typeof(CodeBody))]
[JsonSerializable(typeof(StoredSettingsResponse))]
[JsonSerializable(typeof(NumberSettingsChange))]
[JsonSerializable(typeof(OfficialAccountResponse))]
[JsonSerializable(typeof(OfficialAccountRequest))]
[JsonSerializable(typeof(ConversationalResponse))]
[JsonSerializable(typeof(ConversationalComponents))]
[JsonSerializable(typeof(DataResponse<FlowPublicKey>))]
[JsonSerializable(typeof(PublicKeyBody))]
internal sealed partial class PhoneNumbersJson : JsonSerializerContext;

internal sealed class MessagingLimitConverter() : TextConverter<MessagingLimit>(text => new(text));

internal sealed class PhoneNumberIdConverter() : TextConverter<PhoneNumberId>(text => text);
internal sealed class PhoneNumberQualityConverter() : TextConverter<PhoneNumberQuality>(text => new(text));
internal sealed class PublicKeySignatureStatusConverter() : TextConverter<PublicKeySignatureStatus>(text => new(text));
internal sealed class VerificationCodeMethodConverter() : TextConverter<VerificationCodeMethod>(text => new(text));
