namespace WhatsCommerce.Storefronts;

/// <summary>Refuses to start when the options of a named storefront give it another id: its name is its id.</summary>
internal sealed class ShopNameCheck(string storefront) : IValidateOptions<StorefrontOptions>
{
    public ValidateOptionsResult Validate(string? name, StorefrontOptions options) => name != storefront || options.ShopId == storefront
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail(
            $"The name of the storefront \"{storefront}\" is the id of its shop: leave {nameof(StorefrontOptions.ShopId)} out.");
}
