using System.Globalization;

namespace WhatsCommerce.Tests;

/// <summary>
/// How often a test repeats a random history, body or kill: all of it in CI, so that <c>CI=true dotnet test</c> does the same; a part of
/// it in a plain <c>dotnet test</c>, which a developer waits for.
/// </summary>
internal static class Repetitions
{
    /// <summary>The repetitions of this run.</summary>
    public static int Of(int few, int all) => Environment.GetEnvironmentVariable("CI") == "true" ? all : few;

    /// <summary>The repetitions of this run, unless the environment variable sets another number.</summary>
    public static int Of(string variable, int few, int all) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int given)
            ? given
            : Of(few, all);
}
