namespace WhatsCommerce.Onboarding;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(BusinessAccountIdConverter), typeof(BusinessIdConverter), typeof(AccountCurrencyConverter)])]
[JsonSerializable(typeof(SuccessResponse))]
[JsonSerializable(typeof(BusinessToken))]
[JsonSerializable(typeof(BusinessAccount))]
[JsonSerializable(typeof(PageResponse<BusinessAccount>))]
[JsonSerializable(typeof(PageResponse<CreditLine>))]
[JsonSerializable(typeof(CreditShare))]
[JsonSerializable(typeof(SharedCredit))]
internal sealed partial class OnboardingJson : JsonSerializerContext;

internal sealed class BusinessAccountIdConverter() : TextConverter<BusinessAccountId>(text => text);
internal sealed class BusinessIdConverter() : TextConverter<BusinessId>(text => text);

internal sealed class AccountCurrencyConverter() : TextConverter<Currency>(text => text);
