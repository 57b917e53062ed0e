using System.Text.Json.Serialization;
using WhatsCommerce.Http;
using WhatsCommerce.Json;

namespace WhatsCommerce.PhoneNumbers;

/// <summary>The JSON of this room.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(PhoneNumberIdConverter), typeof(PhoneNumberQualityConverter)])]
[JsonSerializable(typeof(SuccessAnswer))]
[JsonSerializable(typeof(BusinessPhoneNumber))]
[JsonSerializable(typeof(PageAnswer<BusinessPhoneNumber>))]
[JsonSerializable(typeof(DataAnswer<BusinessProfileAnswer>))]
[JsonSerializable(typeof(DisplayNameBody))]
internal sealed partial class PhoneNumbersJson : JsonSerializerContext;

internal sealed class PhoneNumberIdConverter() : TextConverter<PhoneNumberId>(text => text);

internal sealed class PhoneNumberQualityConverter() : TextConverter<PhoneNumberQuality>(text => new(text));
