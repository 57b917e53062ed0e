using Microsoft.Extensions.Configuration;

namespace WhatsCommerce;

/// <summary>A section of the configuration that options are bound to.</summary>
/// <param name="OptionsName">The name of the options; empty for those without one.</param>
/// <param name="Configuration">The section, or the root of a configuration that has the keys at its top.</param>
/// <param name="Method">The method of the app's code that it was passed to, for messages.</param>
internal sealed record BoundSection(string OptionsName, IConfiguration Configuration, string Method)
{
    /// <summary>The path of the section; <see langword="null"/> for the root of a configuration.</summary>
    public string? Path => (Configuration as IConfigurationSection)?.Path;

    /// <summary>Returns a section as it is, and of a whole configuration the section with the usual name.</summary>
    /// <param name="configuration">A section, or the configuration of the app.</param>
    /// <param name="path">The usual path of the section.</param>
    public static IConfiguration Of(IConfiguration configuration, string path) =>
        configuration is IConfigurationSection section ? section : configuration.GetSection(path);

    /// <summary>Describes how a key of the section is written in a file and in an environment variable.</summary>
    /// <param name="path">The path of the section; null when it is not known.</param>
    /// <param name="key">The key below it.</param>
    public static string Describe(string? path, string key)
    {
        string full = path is null ? key : $"{path}:{key}";
        return $"{full} (environment variable {full.Replace(":", "__", StringComparison.Ordinal)})";
    }
}
