using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;

namespace WhatsCommerce.Storefronts;

/// <summary>Takes the sections that an app gives to a storefront, and tells at start what is wrong with them.</summary>
internal static class ShopSections
{
    /// <summary>Finds the section that options are to be bound to, and has its keys checked when they are validated.</summary>
    /// <param name="builder">The storefront, by whose name the options go.</param>
    /// <param name="configuration">A section, or the configuration of the app.</param>
    /// <param name="path">The path of the section in the configuration of the app.</param>
    /// <param name="method">The method that it was given to, for messages.</param>
    /// <param name="isNeeded">Whether the options cannot be used without the section; they can unless given.</param>
    /// <returns>What to bind, and its path.</returns>
    public static (IConfiguration Section, string? Path) Take<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(
        WhatsCommerceStorefrontBuilder builder,
        IConfiguration configuration,
        string path,
        string method,
        Func<TOptions, bool>? isNeeded = null)
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configuration);
        BoundSection bound = new(builder.Name, BoundSection.Of(configuration, path), method);
        builder.Services.AddSingleton<IValidateOptions<TOptions>>(provider => new SectionCheck<TOptions>(
            bound, KnownKeys.Of<TOptions>(), provider.GetService<IConfiguration>(), isNeeded ?? (static _ => false)));
        return (bound.Configuration, bound.Path);
    }

    /// <summary>The same for options that are read while the app is put together: what is wrong is reported at once.</summary>
    /// <exception cref="ArgumentException">Something is wrong with the section.</exception>
    public static IConfiguration TakeNow<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(
        IConfiguration configuration, string path, string method, TOptions options)
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(configuration);
        BoundSection bound = new("", BoundSection.Of(configuration, path), method);
        IConfiguration? root = configuration is IConfigurationSection ? null : configuration;
        ValidateOptionsResult result =
            new SectionCheck<TOptions>(bound, KnownKeys.Of<TOptions>(), root, static _ => true).Validate("", options);
        return result.Failed ? throw new ArgumentException(result.FailureMessage, nameof(configuration)) : bound.Configuration;
    }
}
