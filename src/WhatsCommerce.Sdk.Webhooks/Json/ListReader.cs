namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads an array of objects that are no events of their own.</summary>
internal static class ListReader
{
    public delegate T ItemReader<out T>(ref JsonMemberReader r);

    /// <summary>Takes the array. When something in it is no object, the whole is kept beside what could be read.</summary>
    public static bool TryRead<T>(
        ref JsonMemberReader r, in Member member, ref Rest rest, ItemReader<T> read, out IReadOnlyList<T> items, string? path = null)
    {
        items = [];
        if (!r.IsArray)
        {
            return r.IsNull;
        }

        int start = r.Start;
        bool complete = true;
        List<T>? list = null;
        while (r.NextItem())
        {
            if (r.IsHollow)
            {
                r.Skip();
                complete = false;
            }
            else
            {
                (list ??= new(1)).Add(read(ref r));
            }
        }

        if (!complete)
        {
            rest.Add(member.SliceOf(start, r.End, path));
        }

        items = list ?? items;
        return true;
    }
}
