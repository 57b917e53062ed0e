using System.Globalization;

namespace WhatsCommerce.Tool.Commands;

/// <summary>Options that several commands share.</summary>
internal static class ToolOptions
{
    /// <summary>The default address of the emulator.</summary>
    public static Uri DefaultEmulator { get; } = new($"http://127.0.0.1:{CommandSettings.DefaultPort}/");

    /// <summary>Writes results as JSON.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Writes JSON, one object a line, for scripts." };

    /// <summary>The emulator to work with.</summary>
    /// <param name="description">The description in the help text.</param>
    public static Option<Uri?> Emulator(string description)
    {
        Option<Uri?> option = new("--emulator")
        {
            HelpName = "URL",
            Arity = ArgumentArity.ZeroOrOne,
            Description = description,
            CustomParser = result =>
            {
                if (result.Tokens.Count == 0)
                {
                    return DefaultEmulator;
                }

                (Uri? value, string? problem) = OptionValues.WebAddress(result.Tokens[0].Value);
                if (problem is not null)
                {
                    result.AddError($"--emulator: '{result.Tokens[0].Value}' is not valid: {problem}.");
                }

                return value;
            },
        };
        return option;
    }

    /// <summary>Returns the address of the specified emulator, if any; the default address if <c>--emulator</c> has no value.</summary>
    public static Uri? EmulatorOf(this ParseResult parsed, Option<Uri?> option) =>
        parsed.GetResult(option) is { Implicit: false } ? parsed.GetValue(option) : null;

    /// <summary>A whole number within limits.</summary>
    public static Option<int> Number(string name, string placeholder, string description, int least, int most, int otherwise) =>
        ValuedOption.Valued(
            name,
            placeholder,
            description,
            text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                && number >= least && number <= most
                ? (number, null)
                : (otherwise, FormattableString.Invariant($"expected a whole number from {least} to {most}")),
            otherwise);

    /// <summary>Any text but an empty one.</summary>
    public static Option<string?> Text(string name, string placeholder, string description) => ValuedOption.Valued<string?>(
        name, placeholder, description, static text => string.IsNullOrWhiteSpace(text) ? (null, "expected a text") : (text, null));

    /// <summary>An existing file, or <c>-</c> for standard input.</summary>
    public static Option<string?> File(string name, string description, bool orStandardInput = false) => ValuedOption.Valued<string?>(
        name,
        "FILE",
        description,
        text => System.IO.File.Exists(text) || (orStandardInput && text == Terminal.BoundedInput.StandardInput)
            ? (text, null)
            : (null, orStandardInput ? "there is no such file; expected a file, or - for the standard input" : "there is no such file"));
}
