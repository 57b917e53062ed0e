using static WhatsCommerce.Validation.Violations;

namespace WhatsCommerce.Templates;

/// <content>Variables and their examples.</content>
internal static partial class TemplateChecks
{
    private static void CheckVariables(
        Violations violations, TemplateTextComponent component, VariableNames names, string place, string part)
    {
        string path = $"{place}.text";
        if (component.Text is string text && text.Replace(TemplateVariables.Open, "", StringComparison.Ordinal).Length - text.Length
            != text.Replace(TemplateVariables.Close, "", StringComparison.Ordinal).Length - text.Length)
        {
            violations.Add(
                path, ViolationRule.Format, "A variable is written with two braces before it and two behind it: {{1}} or {{first_name}}.");
        }

        bool isEach = true;
        foreach (string variable in component.Variables)
        {
            bool isPosition = TemplateVariables.IsPosition(variable);
            if (!isPosition && !TemplateVariables.IsName(variable))
            {
                violations.Add(path, ViolationRule.Format,
                    "A variable is a number from 1 on, or a name of the letters a-z, digits and underscores, without spaces: {{1}} or "
                        + "{{first_name}}.");
                isEach = false;
            }
            else if ((names.AreNamed ??= !isPosition) == isPosition)
            {
                violations.Add(
                    path,
                    ViolationRule.Mismatch,
                    "The variables of a template are all numbered, such as {{1}}, or all named, such as {{first_name}}.");
                isEach = false;
            }
        }

        if (isEach && component.Variables.Count > 0 && TemplateVariables.IsPosition(component.Variables[0]))
        {
            CheckPositions(violations, component.Variables, path);
        }

        if (isEach)
        {
            CheckExamples(
                violations,
                component,
                $"{place}.example.{part}_text{(names.AreNamed == true && component.Variables.Count > 0 ? "_named_params" : "")}");
        }
    }

    private static void CheckPositions(Violations violations, IReadOnlyList<string> variables, string path)
    {
        for (int i = 1; i <= variables.Count; i++)
        {
            if (!variables.Contains(i.ToString(CultureInfo.InvariantCulture)))
            {
                violations.Add(path, ViolationRule.Format, string.Create(
                    CultureInfo.InvariantCulture,
                    $"The variables are numbered from 1 without gaps; there {Plural.Are(variables.Count)} {variables.Count}, and "
                        + $"{{{{{i}}}}} is not among them."));
                return;
            }
        }
    }

    private static void CheckExamples(Violations violations, TemplateTextComponent component, string path)
    {
        int variables = component.Variables.Count;
        int examples = component.Examples.Count;
        if (examples != variables)
        {
            violations.Add(path, examples < variables ? ViolationRule.Required : ViolationRule.Mismatch, string.Create(
                CultureInfo.InvariantCulture,
                $"There {Plural.Are(variables)} {Plural.Of(variables, "variable")} and {Plural.Of(examples, "example")}; reviewers want "
                    + $"to see one example for each variable."),
            variables, examples);
            return;
        }

        for (int i = 0; i < examples; i++)
        {
            TemplateExample example = component.Examples[i];
            string place = Invariant($"{path}[{i}]");
            if (string.IsNullOrWhiteSpace(example.Text))
            {
                violations.Add(place, ViolationRule.Required, "The example has no text.");
            }
            else
            {
                violations.RequireWellFormed(place, example.Text, "The example");
            }

            bool isNamed = !TemplateVariables.IsPosition(component.Variables[i]);
            if (isNamed && (example.Name is null || !component.Variables.Contains(example.Name)))
            {
                violations.Add(place, ViolationRule.Mismatch,
                    $"The example belongs to no variable of the text: write it as (\"{component.Variables[i]}\", \"...\"), with the name "
                        + "of its variable.");
            }
            else if (!isNamed && example.Name is not null)
            {
                violations.Add(
                    place,
                    ViolationRule.Mismatch,
                    "The example has a name, but the variables of the text are numbers: give the texts in their order.");
            }
        }
    }
}
