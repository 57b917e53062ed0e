using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace WhatsCommerce.Storefronts;

/// <summary>Checks the options of a provider: complete, no test keys in production, and no way for the keys to somebody else.</summary>
/// <param name="provider">The name that the app knows it by.</param>
/// <param name="environment">Where the app runs; null outside a host.</param>
/// <param name="guards">Which guards hold.</param>
internal sealed class ProviderOptionsCheck<TOptions>(string provider, IHostEnvironment? environment, Guards guards)
    : IValidateOptions<TOptions>
    where TOptions : ProviderOptions
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        List<string> problems = [.. options.Problems()];
        if (ProviderTitles.Problem([options.Title, .. options.Titles.Values]) is string title)
        {
            problems.Add(title);
        }

        if (options.BaseAddress is Uri address && !IsSafe(address))
        {
            problems.Add("BaseAddress must be an absolute address of https, or of this machine: the keys are sent there.");
        }

        if (options.IsTestMode && !options.AllowTestKeys && environment?.IsProduction() == true
            && guards.Has(Guard.TestKeysAreRefused))
        {
            problems.Add($"These are keys of the test mode, with which nobody pays, in Production; set {nameof(options.AllowTestKeys)} if "
                + "that is meant.");
        }

        string where = options.SectionPath is { } path ? $"{provider} ({path})" : provider;
        return problems.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(problems.Select(problem => $"{where}: {problem}"));
    }

    private static bool IsSafe(Uri address) => address.IsAbsoluteUri && address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
