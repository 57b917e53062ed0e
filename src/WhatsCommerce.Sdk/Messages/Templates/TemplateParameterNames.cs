namespace WhatsCommerce.Messages;

/// <summary>Tracks whether the parameters of one template message have names: a template supports either names or positions.</summary>
internal sealed class TemplateParameterNames
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private bool? _named;

    /// <summary>Begins a component; names are unique within it.</summary>
    public void Begin() => _seen.Clear();

    public void Check(Violations violations, string? name)
    {
        _named ??= name is not null;
        if (_named != (name is not null))
        {
            violations.Add("parameter_name", ViolationRule.Mismatch, _named.Value
                ? "This parameter has no name, but those before it have; a template knows all of its parameters by name or all by position."
                : "This parameter has a name, but those before it have none; a template knows all of its parameters by name or all "
                    + "by position.");
        }

        if (name is not null)
        {
            violations.RequireText("parameter_name", name, "The name of the parameter");
            violations.RequireUnique("parameter_name", name, _seen, "The name of the parameter");
        }
    }
}
