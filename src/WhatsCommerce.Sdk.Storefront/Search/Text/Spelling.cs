namespace WhatsCommerce.Storefronts;

/// <summary>Calculates the edit distance between words.</summary>
internal static class Spelling
{
    private const int Longest = 40;
    private const float Swap = 0.8f;

    /// <summary>Returns the maximum distance at which a word of this length counts as a typo.</summary>
    public static float Tolerance(int length) => length switch
    {
        <= 2 => 0,
        3 => 0.5f,
        4 => 1,
        <= 6 => 1.35f,
        <= 8 => 2,
        <= 11 => 2.4f,
        _ => 3,
    };

    /// <summary>
    /// Returns the weighted distance (a letter left out, added, changed or swapped; less where the letters are vowels, doubled or sound
    /// alike), or a number above <paramref name="limit"/> when it is greater than that.
    /// </summary>
    public static float Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, float limit)
    {
        if (left.Length > Longest || right.Length > Longest)
        {
            return limit + 1;
        }

        Span<float> before = stackalloc float[right.Length + 1];
        Span<float> last = stackalloc float[right.Length + 1];
        Span<float> row = stackalloc float[right.Length + 1];
        last[0] = 0;
        for (int j = 1; j <= right.Length; j++)
        {
            last[j] = last[j - 1] + Gap(right, j - 1);
        }

        for (int i = 1; i <= left.Length; i++)
        {
            row[0] = last[0] + Gap(left, i - 1);
            float least = row[0];
            for (int j = 1; j <= right.Length; j++)
            {
                float cost = Math.Min(
                    last[j - 1] + Change(left[i - 1], right[j - 1]),
                    Math.Min(last[j] + Gap(left, i - 1), row[j - 1] + Gap(right, j - 1)));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1] && left[i - 1] != left[i - 2])
                {
                    cost = Math.Min(cost, before[j - 2] + Swap);
                }

                row[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > limit)
            {
                return limit + 1;
            }

            Span<float> oldest = before;
            before = last;
            last = row;
            row = oldest;
        }

        return last[right.Length] + (left.Length > 0 && right.Length > 0 && IsOtherStart(left, right) ? 0.3f : 0);
    }

    /// <summary>People rarely mistype the first letter.</summary>
    private static bool IsOtherStart(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left[0] != right[0]
        && Change(left[0], right[0]) >= 1
        && !(left.Length > 1 && right.Length > 1 && left[0] == right[1] && left[1] == right[0]);

    private static float Gap(ReadOnlySpan<char> word, int at)
    {
        char letter = word[at];
        bool isDoubled = (at > 0 && word[at - 1] == letter) || (at + 1 < word.Length && word[at + 1] == letter);
        return isDoubled ? 0.4f : letter == 'h' ? 0.6f : IsVowel(letter) ? 0.8f : 1;
    }

    private static float Change(char left, char right)
    {
        if (left == right)
        {
            return 0;
        }

        if (IsVowel(left) && IsVowel(right))
        {
            return 0.7f;
        }

        return SoundsAlike(left, right) || SoundsAlike(right, left) ? 0.6f : 1;
    }

    private static bool IsVowel(char letter) => letter < 0x80
        ? letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y'
        : letter is 'ا' or 'و' or 'ي' || (letter is >= '\u0900' and <= '\u0DFF' && (letter & 0x7F) is (>= 0x3E and <= 0x4D) or 0x02);

    private static bool SoundsAlike(char left, char right) => left switch
    {
        's' => right is 'z' or 'c' or 'x',
        'c' => right is 'k' or 'q',
        'k' => right is 'q',
        'x' => right is 'c' or 'j',
        'b' => right is 'v',
        'v' => right is 'w' or 'f',
        'g' => right is 'j',
        'i' => right is 'y' or 'j',
        'd' => right is 'r',
        'j' => right is 's' or 'z',
        'm' => right is 'n',
        'ت' => right is 'ط' or 'ث',
        'س' => right is 'ص' or 'ث',
        'ز' => right is 'ذ' or 'ظ',
        'ض' => right is 'ظ' or 'د',
        'ق' => right is 'ك',
        'ه' => right is 'ح',
        'श' or 'ष' => right is 'स' or 'श',
        'ट' => right is 'त' or 'ठ',
        'ड' => right is 'द' or 'ढ',
        _ => false,
    };
}
