using WhatsCommerce.PhoneNumbers;

namespace WhatsCommerce.Json;

internal sealed class PhoneNumberIdConverter() : TextConverter<PhoneNumberId>(text => text);

internal sealed class PhoneNumberQualityConverter() : TextConverter<PhoneNumberQuality>(text => new(text));

internal sealed class BusinessScopedUserIdConverter() : TextConverter<BusinessScopedUserId>(text => text);
