namespace WhatsCommerce.Storefronts;

/// <summary>Fails at startup when a configured text is invalid, for example because of an unknown placeholder.</summary>
internal sealed class TextsCheck : IValidateOptions<StorefrontOptions>
{
    public ValidateOptionsResult Validate(string? name, StorefrontOptions options) => Texts.Mistake(options) is string mistake
        ? ValidateOptionsResult.Fail(mistake)
        : ValidateOptionsResult.Success;
}
