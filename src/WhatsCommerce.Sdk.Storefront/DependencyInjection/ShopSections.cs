using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;

namespace WhatsCommerce.Storefronts;

/// <summary>Reads the configuration sections that an app passes to a storefront, and reports errors in them at startup.</summary>
internal static class ShopSections
{
    /// <summary>Finds the section that options are bound to; its keys are checked when the options are validated.</summary>
    /// <param name="builder">The storefront, whose name is the name of the options.</param>
    /// <param name="configuration">A section, or the configuration of the app.</param>
    /// <param name="path">The path of the section in the configuration of the app.</param>
    /// <param name="method">The method that received the configuration, for messages.</param>
    /// <param name="isNeeded">Whether the section is required; false unless given.</param>
    /// <returns>The section to bind, and its path.</returns>
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

    /// <summary>The same for options that are read while services are registered: errors are thrown immediately.</summary>
    /// <exception cref="ArgumentException">The section is invalid.</exception>
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
