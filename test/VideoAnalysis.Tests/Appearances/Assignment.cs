namespace VideoAnalysis.Tests.Appearances;

/// <summary>Pairs rows with columns, each at most once, at the highest sum (the Hungarian method, in O(n^3)).</summary>
internal static class Assignment
{
    public static long Best(long[,] gains)
    {
        var size = Math.Max(gains.GetLength(0), gains.GetLength(1));
        var (rowPrice, columnPrice) = (new long[size + 1], new long[size + 1]);
        var rowOf = new int[size + 1];
        for (var row = 1; row <= size; row++)
        {
            var slack = Enumerable.Repeat(long.MaxValue, size + 1).ToArray();
            var (cameFrom, isDone) = (new int[size + 1], new bool[size + 1]);
            var column = 0;
            rowOf[0] = row;
            do
            {
                isDone[column] = true;
                var (least, next) = (long.MaxValue, 0);
                for (var other = 1; other <= size; other++)
                {
                    if (isDone[other])
                    {
                        continue;
                    }

                    var price = -Gain(rowOf[column], other) - rowPrice[rowOf[column]] - columnPrice[other];
                    if (price < slack[other])
                    {
                        (slack[other], cameFrom[other]) = (price, column);
                    }

                    if (slack[other] < least)
                    {
                        (least, next) = (slack[other], other);
                    }
                }

                for (var other = 0; other <= size; other++)
                {
                    if (isDone[other])
                    {
                        rowPrice[rowOf[other]] += least;
                        columnPrice[other] -= least;
                    }
                    else if (slack[other] != long.MaxValue)
                    {
                        slack[other] -= least;
                    }
                }

                column = next;
            }
            while (rowOf[column] != 0);

            for (; column != 0; column = cameFrom[column])
            {
                rowOf[column] = rowOf[cameFrom[column]];
            }
        }

        return Enumerable.Range(1, size).Sum(column => Gain(rowOf[column], column));

        long Gain(int row, int column) =>
            row <= gains.GetLength(0) && column <= gains.GetLength(1) ? gains[row - 1, column - 1] : 0;
    }
}
