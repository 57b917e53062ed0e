namespace WhatsCommerce.Tool.Verification;

/// <summary>The result of one check of <c>verify</c>, as written with <c>--json</c>.</summary>
/// <param name="Name">The name of the check.</param>
/// <param name="Outcome">ok, warning, problem or skipped.</param>
/// <param name="Found">What was found.</param>
/// <param name="ToDo">What to do; <see langword="null"/> when nothing is necessary.</param>
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
