namespace WhatsCommerce.Generators.Writing;

/// <summary>Passes results to the compiler.</summary>
internal static class Output
{
    /// <summary>Adds the file of a model, and reports diagnostics.</summary>
    public static void Add<T>(this SourceProductionContext context, Found<T> found, Func<T, string> write, Func<T, string> fileName)
        where T : class, IEquatable<T>
    {
        foreach (Mistake mistake in found.Mistakes)
        {
            context.ReportDiagnostic(mistake.ToDiagnostic());
        }

        if (found.Model is { } model)
        {
            context.AddSource(fileName(model), write(model));
        }
    }
}
