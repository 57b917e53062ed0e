namespace WhatsCommerce.Testing;

/// <summary>The message templates of the account of the options.</summary>
internal sealed class TemplateState(EmulatedTemplates templates)
{
    public SavedTemplates Save() => new(
        [.. templates.Entries().Select(Save)],
        [.. templates.Verdicts().Select(verdict => new SavedVerdict(verdict.Name, verdict.Status, verdict.Reason))],
        [.. templates.Deleted().Select(deleted => new SavedDeletion(deleted.Name, deleted.Language, deleted.At))]);

    public void Restore(SavedTemplates saved) => templates.Restore(
        saved.Items.Select(Read),
        saved.Verdicts.Select(verdict => (verdict.Name, verdict.Status, verdict.Reason)),
        saved.Deleted.Select(deleted => (deleted.Name, deleted.Language, deleted.At)));

    private static SavedTemplate Save(TemplateEntry entry) =>
        new(entry.Number, entry.Name, entry.Language, entry.Category, [.. entry.Edits.Select(edit => new SavedEdit(edit))])
        {
            SubCategory = entry.SubCategory,
            ParameterFormat = entry.ParameterFormat,
            Components = entry.Components,
            ReviewDue = entry.ReviewDue,
            At = entry.At,
        };

    private TemplateEntry Read(SavedTemplate saved) => new(templates, saved.Id, saved.Name, saved.Language)
    {
        Category = saved.Category,
        SubCategory = saved.SubCategory,
        ParameterFormat = saved.ParameterFormat,
        Components = saved.Components,
        ReviewDue = saved.ReviewDue,
        At = saved.At ?? saved.ReviewDue,
        Edits = [.. saved.Edits.Select(edit => edit.At)],
    };
}
