using System.CommandLine;

namespace WhatsCommerce.Emulator.Commands;

/// <summary>Options with a value, which say what they accept when the value is missing or invalid.</summary>
internal static class ValuedOption
{
    /// <summary>Defines an option that takes one value.</summary>
    /// <param name="name">The name, with its dashes.</param>
    /// <param name="placeholder">The name of the value in the help text.</param>
    /// <param name="description">The description in the help text.</param>
    /// <param name="read">Parses the value, or returns what is accepted.</param>
    /// <param name="otherwise">The value when the option is absent.</param>
    public static Option<T> Valued<T>(
        string name, string placeholder, string description, Func<string, (T Value, string? Problem)> read, T? otherwise = default)
    {
        Option<T> option = new(name)
        {
            HelpName = placeholder,

            // In fact exactly one: the validator below reports a missing value, and what it should have been.
            Arity = ArgumentArity.ZeroOrOne,
            Description = description,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                (T value, string? problem) = read(text);
                if (problem is not null)
                {
                    result.AddError($"{name}: '{text}' is not valid: {problem}.");
                }

                return value;
            },
        };
        option.Validators.Add(result =>
        {
            if (result is { Implicit: false, Tokens.Count: 0 })
            {
                result.AddError($"{name} requires a value: {read("").Problem}.");
            }
        });
        if (otherwise is not null && !EqualityComparer<T>.Default.Equals(otherwise, default))
        {
            option.DefaultValueFactory = _ => otherwise;
        }

        return option;
    }
}
