namespace WhatsCommerce.Tool.Verification;

/// <summary>One thing that <c>verify</c> has looked at, as it writes it with <c>--json</c>.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Outcome">ok, warning, problem or skipped.</param>
/// <param name="Found">What was found.</param>
/// <param name="ToDo">What to do; <see langword="null"/> when nothing is.</param>
internal sealed record Check(string Name, string Outcome, string Found, string? ToDo = null)
{
    public const string IsOk = "ok";
    public const string IsWarning = "warning";
    public const string IsProblem = "problem";
    public const string IsSkipped = "skipped";

    public static Check Ok(string name, string found) => new(name, IsOk, found);

    public static Check Warning(string name, string found, string toDo) => new(name, IsWarning, found, toDo);

    public static Check Problem(string name, string found, string toDo) => new(name, IsProblem, found, toDo);

    public static Check Skipped(string name, string found, string toDo) => new(name, IsSkipped, found, toDo);
}
