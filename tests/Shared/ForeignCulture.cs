using System.Globalization;
using System.Runtime.CompilerServices;

namespace WhatsCommerce.Tests;

/// <summary>
/// A culture in which everything that forgets to name its culture goes wrong: comma decimals, points between thousands, digits, signs
/// and a calendar of its own. <see cref="Run"/> uses it for one test; with <c>TEST_CULTURE=foreign</c> all tests run in it.
/// </summary>
internal static class ForeignCulture
{
    /// <summary>The variable that asks for the culture in all tests of a run.</summary>
    public const string Variable = "TEST_CULTURE";

    /// <summary>The culture.</summary>
    public static CultureInfo Instance { get; } = Create();

    /// <summary>Whether the whole run was asked to use the culture.</summary>
    public static bool IsAsked => Environment.GetEnvironmentVariable(Variable) == "foreign";

// Everywhere else code is told to name its culture instead; here the current one is the subject.
#pragma warning disable RS0030
    /// <summary>The culture that the caller runs in.</summary>
    public static CultureInfo Current => CultureInfo.CurrentCulture;

    /// <summary>Calls a function in the culture.</summary>
    public static T Run<T>(Func<T> function)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = Instance;
        try
        {
            return function();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [ModuleInitializer]
    internal static void UseWhenAsked()
    {
        if (IsAsked)
        {
            CultureInfo.DefaultThreadCurrentCulture = Instance;
            CultureInfo.CurrentCulture = Instance;
        }
    }
#pragma warning restore RS0030

    private static CultureInfo Create()
    {
        // Made by hand, so that it is the same on a machine without culture data.
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.CurrencyDecimalSeparator = ",";
        culture.NumberFormat.CurrencyGroupSeparator = ".";
        culture.NumberFormat.PercentDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NativeDigits =
            ["\u0660", "\u0661", "\u0662", "\u0663", "\u0664", "\u0665", "\u0666", "\u0667", "\u0668", "\u0669"];
        culture.NumberFormat.DigitSubstitution = DigitShapes.NativeNational;
        culture.DateTimeFormat.DateSeparator = "-";
        culture.DateTimeFormat.TimeSeparator = ".";
        culture.DateTimeFormat.ShortDatePattern = "dd/MM/yyyy";
        return culture;
    }
}
