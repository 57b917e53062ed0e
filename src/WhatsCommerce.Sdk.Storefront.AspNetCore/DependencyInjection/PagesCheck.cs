using Microsoft.Extensions.Options;

namespace WhatsCommerce.Storefronts;

/// <summary>Refuses to start with a text that cannot be written, or a number that nobody can write to.</summary>
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
            : ValidateOptionsResult.Fail($"{nameof(StorefrontPagesOptions.WhatsAppNumber)} is no phone number: {problem}");
    }
}
