using Microsoft.Extensions.Configuration;

namespace WhatsCommerce;

/// <summary>
/// Checks the section that options were bound to: whether it exists, whether its keys do, and whether a number stands for a time span. The
/// binder silently ignores unknown keys.
/// </summary>
/// <param name="section">The section, the method it was given to, and the name of the options.</param>
/// <param name="keys">The keys that it may have.</param>
/// <param name="root">The configuration of the app, in which a section of another name is looked for; null when it is not known.</param>
/// <param name="isNeeded">Whether the options cannot be used without the section.</param>
internal sealed class SectionCheck<TOptions>(
    BoundSection section, KnownKeys keys, IConfiguration? root, Func<TOptions, bool> isNeeded) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        if (name != section.OptionsName)
        {
            return ValidateOptionsResult.Skip;
        }

        if (!section.Configuration.GetChildren().Any())
        {
            return Missing(options) is { } missing ? ValidateOptionsResult.Fail(missing) : ValidateOptionsResult.Success;
        }

        List<string> problems = [];
        Look(section.Configuration, keys, problems);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private string? Missing(TOptions options)
    {
        string? path = section.Path;
        if (path is null)
        {
            return null;
        }

        string? parent = ConfigurationPath.GetParentPath(path);
        IConfiguration? around = parent is null ? root : root?.GetSection(parent);
        string[] siblings = [.. around?.GetChildren().Select(child => child.Key) ?? []];
        string? nearest = NearestKey.Of(ConfigurationPath.GetSectionKey(path), siblings, mayBePart: false);
        return nearest is not null && !nearest.Equals(ConfigurationPath.GetSectionKey(path), StringComparison.OrdinalIgnoreCase)
            ? $"The configuration has no section \"{path}\", which was given to {section.Method}; is \"{nearest}\" meant?"
            : isNeeded(options)
                ? $"The configuration has no section \"{path}\", which was given to {section.Method}."
                : null;
    }

    private static void Look(IConfiguration section, KnownKeys keys, List<string> problems)
    {
        IConfigurationSection[] children = [.. section.GetChildren()];
        foreach (IConfigurationSection child in children)
        {
            if (!keys.Contains(child.Key))
            {
                // The section may contain keys of the app itself. A key that resembles one of ours that is not set is probably a
                // misspelling.
                IEnumerable<string> unset = keys.Names.Where(
                    name => !Array.Exists(children, other => other.Key.Equals(name, StringComparison.OrdinalIgnoreCase)));
                if (NearestKey.Of(child.Key, unset, mayBePart: child.Value is not null) is { } nearest)
                {
                    problems.Add($"\"{child.Path}\" is not a setting; is \"{nearest}\" meant? Known are {string.Join(", ", keys.Names)}.");
                }
            }
            else if (keys.IsTime(child.Key) && IsBareNumber(child.Value, out int number))
            {
                problems.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"\"{child.Path}\" is \"{child.Value}\", which .NET reads as a number of days. Write \"{
                        TimeSpan.FromSeconds(number):c}\" for seconds, or \"{number}.00:00:00\" for days."));
            }
            else if (keys.Below(child.Key) is { } below)
            {
                Look(child, below, problems);
            }
        }
    }

    private static bool IsBareNumber(string? value, out int number) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
