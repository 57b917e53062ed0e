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
[JsonSerializable(typeof(SuccessAnswer))]
[JsonSerializable(typeof(BusinessPhoneNumber))]
[JsonSerializable(typeof(PageAnswer<BusinessPhoneNumber>))]
[JsonSerializable(typeof(DataAnswer<BusinessProfileAnswer>))]
[JsonSerializable(typeof(DisplayNameBody))]
[JsonSerializable(typeof(RegistrationBody))]
[JsonSerializable(typeof(PinBody))]
[JsonSerializable(typeof(CodeRequestBody))]
[JsonSerializable(typeof(CodeBody))]
[JsonSerializable(typeof(StoredSettingsAnswer))]
[JsonSerializable(typeof(NumberSettingsChange))]
[JsonSerializable(typeof(OfficialAccountAnswer))]
[JsonSerializable(typeof(OfficialAccountRequest))]
[JsonSerializable(typeof(ConversationalAnswer))]
[JsonSerializable(typeof(ConversationalComponents))]
[JsonSerializable(typeof(DataAnswer<FlowPublicKey>))]
[JsonSerializable(typeof(PublicKeyBody))]
internal sealed partial class PhoneNumbersJson : JsonSerializerContext;

internal sealed class MessagingLimitConverter() : TextConverter<MessagingLimit>(text => new(text));

internal sealed class PhoneNumberIdConverter() : TextConverter<PhoneNumberId>(text => text);
internal sealed class PhoneNumberQualityConverter() : TextConverter<PhoneNumberQuality>(text => new(text));
internal sealed class PublicKeySignatureStatusConverter() : TextConverter<PublicKeySignatureStatus>(text => new(text));
internal sealed class VerificationCodeMethodConverter() : TextConverter<VerificationCodeMethod>(text => new(text));
