namespace WhatsCommerce.Generators.Printing;

/// <summary>Generates the method.</summary>
internal static class PrintingWriter
{
    public static string Write(PrintedRecord record) => record.Type.File(["System.Text", "WhatsCommerce"], source =>
    {
        bool derives = record.Modifiers == "protected override";
        if (record.Modifiers != "private")
        {
            source.Line(derives ? "/// <inheritdoc/>" : "/// <summary>Writes what a log may show.</summary>");
        }

        using (source.Braces($"{record.Modifiers} bool PrintMembers(StringBuilder builder)"))
        {
            if (derives)
            {
                source.Line("base.PrintMembers(builder);");
            }

            foreach (string call in record.Calls)
            {
                source.Line($"builder.{call};");
            }

            source.Line(derives || record.Calls.Count > 0 ? "return true;" : "return false;");
        }
    });
}
