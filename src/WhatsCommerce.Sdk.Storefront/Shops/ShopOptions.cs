using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Creates the options of a shop of the directory: those of the unnamed storefront, configured by the listing and validated.
/// </summary>
internal static class ShopOptions
{
    public static T Create<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(
        IServiceProvider app, StorefrontListing listing)
        where T : class
    {
        T options = Activator.CreateInstance<T>();
        foreach (IConfigureOptions<T> configure in app.GetServices<IConfigureOptions<T>>())
        {
            configure.Configure(options);
        }

        listing.Apply(options);
        foreach (IPostConfigureOptions<T> configure in app.GetServices<IPostConfigureOptions<T>>())
        {
            configure.PostConfigure(Options.DefaultName, options);
        }

        if (options is StorefrontOptions own)
        {
            own.ShopId = listing.ShopId;
        }

        List<string> problems = [];
        foreach (IValidateOptions<T> check in app.GetServices<IValidateOptions<T>>())
        {
            if (check.Validate(Options.DefaultName, options) is { Failed: true } result)
            {
                problems.AddRange(result.Failures ?? []);
            }
        }

        return problems.Count == 0
            ? options
            : throw new OptionsValidationException(listing.ShopId, typeof(T), problems);
    }
}
