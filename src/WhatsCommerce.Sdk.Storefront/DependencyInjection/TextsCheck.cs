namespace WhatsCommerce.Storefronts;

/// <summary>Refuses to start with a text that cannot be written.</summary>
internal sealed class TextsCheck : IValidateOptions<StorefrontOptions>
{
    public ValidateOptionsResult Validate(string? name, StorefrontOptions options) => Texts.Mistake(options) is string mistake
        ? ValidateOptionsResult.Fail(mistake)
        : ValidateOptionsResult.Success;
}
