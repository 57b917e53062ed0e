namespace WhatsCommerce.Onboarding;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(BusinessAccountIdConverter), typeof(BusinessIdConverter), typeof(AccountCurrencyConverter)])]
[JsonSerializable(typeof(SuccessAnswer))]
[JsonSerializable(typeof(BusinessToken))]
[JsonSerializable(typeof(BusinessAccount))]
[JsonSerializable(typeof(PageAnswer<BusinessAccount>))]
[JsonSerializable(typeof(PageAnswer<CreditLine>))]
[JsonSerializable(typeof(CreditShare))]
[JsonSerializable(typeof(SharedCredit))]
internal sealed partial class OnboardingJson : JsonSerializerContext;

internal sealed class BusinessAccountIdConverter() : TextConverter<BusinessAccountId>(text => text);
internal sealed class BusinessIdConverter() : TextConverter<BusinessId>(text => text);

internal sealed class AccountCurrencyConverter() : TextConverter<Currency>(text => text);
