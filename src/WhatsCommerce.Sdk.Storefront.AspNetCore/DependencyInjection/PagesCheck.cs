using Microsoft.Extensions.Options;

namespace WhatsCommerce.Storefronts;

/// <summary>Fails at startup when a text or the WhatsApp number is invalid.</summary>
internal sealed class PagesCheck : IValidateOptions<StorefrontPagesOptions>
{
    public ValidateOptionsResult Validate(string? name, StorefrontPagesOptions options)
    {
        if (PageTexts.Mistake(options) is string mistake)
        {
            return ValidateOptionsResult.Fail(mistake);
        }

        return string.IsNullOrWhiteSpace(options.WhatsAppNumber) || PhoneNumber.TryParse(options.WhatsAppNumber, out _, out string? problem)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{nameof(StorefrontPagesOptions.WhatsAppNumber)} is not a phone number: {problem}");
    }
}
